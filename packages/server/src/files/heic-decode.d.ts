declare module 'heic-decode' {
  interface Pixels {
    width: number;
    height: number;
    /** Four bytes for each: red, green, blue, alpha. */
    data: Uint8ClampedArray<ArrayBuffer>;
  }
  interface Encoded {
    width: number;
    height: number;
    decode(): Promise<Pixels>;
  }
  const heic: { all(from: { buffer: Uint8Array }): Promise<Encoded[]> };
  export default heic;
}
