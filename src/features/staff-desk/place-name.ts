/** Where a customer was when they asked, in words: the app knows the pages and the questions. */
export type PlaceName = (where: { page: string; flow?: string; step?: string }) => string;
