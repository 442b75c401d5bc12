import type { PictureSizes } from '../pictures/PictureBar.tsx'

/** How wide a picture stands in a mail, in pixels: one in a text is to be looked at, a logo to be known by. */
export const pictureSizes = {
  template: { small: 160, medium: 320, large: 560 },
  signature: { small: 80, medium: 160, large: 320 },
} as const satisfies Record<string, PictureSizes>
