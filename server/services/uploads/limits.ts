/** Largest file taken, bytes: a 50-megapixel JPEG at high quality is about 20 MB. The client says the same figure. */
export const MAX_UPLOAD_BYTES = 25 * 1024 * 1024;
/** Uploads of one draft, thrown away ones included: far more than anybody needs, and an end to filling our disk. */
export const MAX_UPLOADS_OF_DRAFT = 200;
/** How long an unfinished upload is kept, ms: a week without a signal, or with a dead phone. */
export const KEEP_UNFINISHED_MS = 7 * 24 * 3_600_000;
/** Longest name of a file that is kept, characters. */
export const FILENAME_MAX = 200;
