/** A request whose address stands as the reader sent it, as a function sees it on AWS: no dot segment resolved. */
export class RequestAsSent extends Request {
  readonly #url: string;

  constructor(url: string, init: RequestInit) {
    super(url, init);
    this.#url = url;
  }

  override get url(): string {
    return this.#url;
  }
}
