/**
 * A fixed number of buffers that are used again and again: memory stays flat however much passes through, which the
 * collection of garbage does not promise. Work on a buffer may fail; then everything that is asked of the pool does.
 */
export class BufferPool {
  private readonly free: Buffer[];
  private readonly waiting: (() => void)[] = [];
  private readonly working = new Set<Promise<void>>();
  private failure: { readonly error: unknown } | undefined;

  constructor(bytes: number, count: number) {
    this.free = Array.from({ length: count }, () => Buffer.allocUnsafeSlow(bytes));
  }

  /** A buffer that nobody works on; what it holds is old. */
  async take(): Promise<Buffer> {
    for (;;) {
      this.refuse();
      const buffer = this.free.pop();
      if (buffer) return buffer;
      await new Promise<void>((wake) => this.waiting.push(wake));
    }
  }

  /** Takes the buffer (or its beginning) back once the work on it is done. */
  give(buffer: Buffer, work: Promise<void>): void {
    const done = work
      .catch((error: unknown) => {
        this.failure ??= { error };
      })
      .then(() => {
        this.working.delete(done);
        this.free.push(Buffer.from(buffer.buffer));
        this.waiting.shift()?.();
      });
    this.working.add(done);
  }

  /** When no work is under way, whatever came of it. */
  async idle(): Promise<void> {
    await Promise.all(this.working);
  }

  /** Throws what made some work fail. */
  refuse(): void {
    if (this.failure) throw this.failure.error;
  }
}
