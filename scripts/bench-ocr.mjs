import { given, runCommand, script } from './lib/command.mjs';

/**
 * `npm run bench:ocr`: how well papers are read, beside tesseract.js. `-- --dir PATH` for labelled pictures of your own,
 * `--json` for one object, `--make N --seed S --dir PATH` to draw unseen ones.
 */
await runCommand([...script('bench/ocr/run.ts'), ...given], { minutes: 60 });
