/** An id that an error summary's link leads to. */
export const fieldId = (field: string) => `field-${field}`;
