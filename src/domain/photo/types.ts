/**
 * What can be said about a photo before it is sent, one at a time, the weightiest. `next-page`: it shows the same side
 * of a card as another photo of the same question, so the other side is still missing.
 */
export type PhotoAdvice =
  'dark' | 'glare' | 'blurred' | 'too-small' | 'cut-edge' | 'other-paper' | 'next-page';

/** What was asked for: something written, or a place, a car, a broken window. Most advice is about what is written. */
export type PhotoSubject = 'paper' | 'scene';

/** Brightness of each point, 0 to 255, row by row, the right way up. */
export interface GreyRaster {
  width: number;
  height: number;
  data: Uint8Array;
}

/** Red, green and blue of each cell, row by row. */
export interface ColourGrid {
  across: number;
  down: number;
  data: Uint8Array;
}

/** A photo as it is measured. */
export interface PhotoRaster {
  grey: GreyRaster;
  /** Red, green and blue of a coarse grid over the same picture. */
  colours: ColourGrid;
  /** Red, green and blue of the brightest and of the darkest point of each cell of a finer grid: paper without its ink. */
  lights: ColourGrid;
  darks: ColourGrid;
  /** Points of `grey` for each point of the photo as it is sent, 0 to 1. */
  scale: number;
}
