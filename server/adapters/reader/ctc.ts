/** Characters of one line with how sure the network was of each and where they stand, 0 to 1 along the line. */
export interface ReadLine {
  text: string;
  sure: number[];
  at: number[];
  score: number;
}

/**
 * The text in a recogniser's answer, greedily: the best class of each step, without blanks and repeats of the step before.
 * @param steps rows of `classes` chances each; class 0 is the blank
 * @param characters those of class 1 and on; never filtered, or every class behind would be another one
 */
export function decodeSteps(
  steps: Float32Array,
  classes: number,
  characters: readonly string[],
): ReadLine {
  const count = Math.floor(steps.length / classes);
  const line: ReadLine = { text: '', sure: [], at: [], score: 0 };
  let before = 0;
  for (let step = 0; step < count; step += 1) {
    let [best, chance] = [0, -1];
    for (let k = 0; k < classes; k += 1) {
      const value = steps[step * classes + k] ?? 0;
      if (value > chance) [best, chance] = [k, value];
    }
    if (best !== 0 && best !== before) {
      const character = characters[best - 1] ?? '';
      line.text += character;
      // One entry for each place of the string: a rare character takes two.
      for (let unit = 0; unit < character.length; unit += 1) {
        line.sure.push(chance);
        line.at.push((step + 0.5) / count);
      }
    } else if (best !== 0) {
      const last = line.sure.length - 1;
      line.sure[last] = Math.max(line.sure[last] ?? 0, chance);
    }
    before = best;
  }
  const sum = line.sure.reduce((all, one) => all + one, 0);
  line.score = line.sure.length > 0 ? sum / line.sure.length : 0;
  return line;
}
