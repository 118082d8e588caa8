/** An SVG of the server's drawn as PNG by the browser, as large as it can be and still be drawn. */

/** Larger canvases are refused by some browsers, and by phones first. */
const SIDE_MAX = 8_192;
const PIXELS_MAX = 40_000_000;

/** @throws where it can't be fetched or drawn */
export async function pngOf(address: string): Promise<Blob> {
  const response = await fetch(address, { credentials: 'same-origin' });
  if (!response.ok) throw new Error(`no picture: ${response.status}`);
  const picture = URL.createObjectURL(await response.blob());
  try {
    const image = new Image();
    image.src = picture;
    await image.decode();
    const { naturalWidth: w, naturalHeight: h } = image;
    const scale = Math.min(2, SIDE_MAX / Math.max(w, h), Math.sqrt(PIXELS_MAX / (w * h)));
    const canvas = document.createElement('canvas');
    canvas.width = Math.max(1, Math.floor(w * scale));
    canvas.height = Math.max(1, Math.floor(h * scale));
    canvas.getContext('2d')!.drawImage(image, 0, 0, canvas.width, canvas.height);
    const png = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
    if (!png) throw new Error('the picture could not be drawn');
    return png;
  } finally {
    URL.revokeObjectURL(picture);
  }
}
