/** How many digits a code has: what the server sends. */
export const CODE_LENGTH = 6;
/** Mobile numbers in China. */
export const PHONE_LENGTH = 11;

/** The digits of what was typed or pasted; full-width ones of a Chinese keyboard count. */
export function digitsOf(typed: string): string {
  return typed.normalize('NFKC').replace(/\D/g, '');
}

/** A phone number as it is sent: without spaces, dashes and the country's code. */
export function phoneDigits(typed: string): string {
  const digits = digitsOf(typed);
  return digits.length === PHONE_LENGTH + 2 && digits.startsWith('86') ? digits.slice(2) : digits;
}

/** `13800130001` as it is read out: `138 0013 0001`. */
export function phoneInGroups(phone: string): string {
  return phone.replace(/^(\d{3})(\d{4})(\d{1,4})$/, '$1 $2 $3');
}

export interface InputProblem {
  /** A key of `problem` in sign-in.json. */
  key: 'phoneEmpty' | 'phoneLength' | 'phoneStart' | 'codeEmpty' | 'codeLength';
  count: number;
}

/** What is wrong with a phone number, or nothing. */
export function phoneProblem(phone: string): InputProblem | undefined {
  const count = phone.length;
  if (count === 0) return { key: 'phoneEmpty', count };
  if (count !== PHONE_LENGTH) return { key: 'phoneLength', count };
  return phone.startsWith('1') ? undefined : { key: 'phoneStart', count };
}

/** What is wrong with a code, or nothing. */
export function codeProblem(code: string): InputProblem | undefined {
  const count = code.length;
  if (count === 0) return { key: 'codeEmpty', count };
  return count === CODE_LENGTH ? undefined : { key: 'codeLength', count };
}
