/** What is used of saxen (https://github.com/nikku/saxen), which brings no types. */
declare module "saxen" {
  export class Parser {
    on(event: "error", heard: (error: Error) => void): this;
    on(event: "openTag", heard: (element: string, attributes: () => Record<string, string>) => void): this;
    on(event: "closeTag", heard: (element: string) => void): this;
    on(event: "text", heard: (text: string, decode: (text: string) => string) => void): this;
    on(event: "cdata", heard: (text: string) => void): this;
    parse(xml: string): this;
  }
}
