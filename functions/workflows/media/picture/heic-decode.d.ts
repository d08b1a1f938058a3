/** What is used of heic-decode (https://github.com/catdad-experiments/heic-decode), which brings no types. */
declare module "heic-decode" {
  /** The first picture of a HEIC file, upright, four bytes a pixel. Rejects what it cannot decode. */
  function decode(file: {
    readonly buffer: Uint8Array;
  }): Promise<{ readonly width: number; readonly height: number; readonly data: Uint8ClampedArray }>;

  // biome-ignore lint/style/noDefaultExport: the package has no other
  export { decode as default };
}
