import type { Easel } from './make-photo.ts';

/** In a worker. @throws where it has no OffscreenCanvas */
export function workerEasel(): Easel {
  return {
    open: async (file) => {
      const bitmap = await createImageBitmap(file, { imageOrientation: 'from-image' });
      return {
        picture: bitmap,
        width: bitmap.width,
        height: bitmap.height,
        close: () => bitmap.close(),
      };
    },
    canvas: (width, height) => new OffscreenCanvas(width, height),
    jpeg: (canvas, quality) =>
      (canvas as OffscreenCanvas).convertToBlob({ type: 'image/jpeg', quality }),
  };
}

/** In the page, for browsers whose workers cannot draw: an `img` is opened the right way up by all of them. */
export function pageEasel(): Easel {
  return {
    open: async (file) => {
      const picture = new Image();
      const url = URL.createObjectURL(file);
      const close = () => {
        picture.removeAttribute('src');
        URL.revokeObjectURL(url);
      };
      try {
        picture.src = url;
        await picture.decode();
      } catch (error) {
        close();
        throw error;
      }
      return { picture, width: picture.naturalWidth, height: picture.naturalHeight, close };
    },
    canvas: (width, height) => Object.assign(document.createElement('canvas'), { width, height }),
    jpeg: (canvas, quality) =>
      new Promise((resolve, reject) => {
        (canvas as HTMLCanvasElement).toBlob(
          (blob) => (blob ? resolve(blob) : reject(new Error('no picture came of it'))),
          'image/jpeg',
          quality,
        );
      }),
  };
}
