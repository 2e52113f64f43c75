/** What the server takes at most in one file, bytes: the same figure as its own limit. */
export const MAX_UPLOAD_BYTES = 25 * 1024 * 1024;
