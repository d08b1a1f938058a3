import { type FileHandle, open } from "node:fs/promises";
import { InvalidFile } from "../../../domain/content/invalid-file.ts";

const WINDOW = 1 << 18;

/** Reads a file here and there without reading it whole: what lies near what was read last costs nothing. */
export class ReadAt {
  #window = Buffer.alloc(0);
  #start = 0;

  private constructor(
    private readonly file: FileHandle,
    readonly bytes: number,
  ) {}

  /** Opens the file for as long as the work takes. */
  static async during<T>(path: string, work: (file: ReadAt) => Promise<T>): Promise<T> {
    const file = await open(path);
    try {
      return await work(new ReadAt(file, (await file.stat()).size));
    } finally {
      await file.close();
    }
  }

  /** At most as many bytes as asked for: fewer where the file ends. They stay valid after the next call. */
  async upTo(offset: number, length: number): Promise<Buffer> {
    const end = Math.min(offset + length, this.bytes);
    if (offset >= end) return Buffer.alloc(0);
    if (offset < this.#start || end > this.#start + this.#window.length) {
      const window = Buffer.allocUnsafe(Math.min(Math.max(WINDOW, end - offset), this.bytes - offset));
      const { bytesRead } = await this.file.read(window, 0, window.length, offset);
      this.#window = window.subarray(0, bytesRead);
      this.#start = offset;
    }
    return this.#window.subarray(offset - this.#start, end - this.#start);
  }

  /** Just as many bytes as asked for. */
  async exactly(offset: number, length: number): Promise<Buffer> {
    const bytes = await this.upTo(offset, length);
    if (bytes.length === length) return bytes;
    throw new InvalidFile(endsEarly(offset + length, this.bytes));
  }
}

/** Finding of a file that is shorter than its own tables say. */
export function endsEarly(wanted: number, bytes: number) {
  return {
    problem: `the file is cut off: it has ${bytes} bytes and its own tables tell of ${wanted}`,
    expected: "the whole file, copied again from where it came from",
  };
}
