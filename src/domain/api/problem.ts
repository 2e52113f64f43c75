/** RFC 9457, as every error of the API answers. `detail` is for a customer's eyes; `code` is stable. */
export interface Problem {
  type: string;
  title: string;
  status: number;
  code: string;
  detail: string;
  errors?: readonly { field: string; code: string; detail: string; step?: string }[];
}
