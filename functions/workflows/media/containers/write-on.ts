import { type FileHandle, open, rm } from "node:fs/promises";
import type { ReadAt } from "./read-at.ts";

const BLOCK = 1 << 20;

/** Writes a file from its beginning to its end in large blocks, whatever size the pieces have. */
export class WriteOn {
  #block = Buffer.allocUnsafe(BLOCK);
  #filled = 0;
  #written = 0;

  private constructor(private readonly file: FileHandle) {}

  /** A file that was not written to its end is not left behind. */
  static async during<T>(path: string, work: (file: WriteOn) => Promise<T>): Promise<T> {
    const file = await open(path, "w");
    try {
      const writer = new WriteOn(file);
      const result = await work(writer);
      await writer.#flush();
      await file.close();
      return result;
    } catch (error) {
      await file.close();
      await rm(path, { force: true });
      throw error;
    }
  }

  /** Bytes so far. */
  get length(): number {
    return this.#written + this.#filled;
  }

  async write(bytes: Uint8Array): Promise<void> {
    for (let at = 0; at < bytes.length; ) {
      const part = bytes.subarray(at, at + BLOCK - this.#filled);
      this.#block.set(part, this.#filled);
      this.#filled += part.length;
      at += part.length;
      if (this.#filled === BLOCK) await this.#flush();
    }
  }

  /** Copies a stretch of another file. */
  async copy(from: ReadAt, offset: number, length: number): Promise<void> {
    for (let at = 0; at < length; at += BLOCK)
      await this.write(await from.exactly(offset + at, Math.min(BLOCK, length - at)));
  }

  async #flush(): Promise<void> {
    for (let at = 0; at < this.#filled; )
      at += (await this.file.write(this.#block, at, this.#filled - at)).bytesWritten;
    this.#written += this.#filled;
    this.#filled = 0;
  }
}
