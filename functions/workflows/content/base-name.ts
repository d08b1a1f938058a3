/** `photos/steppe.jpg` is downloaded as `steppe.jpg`. */
export function baseName(file: string): string {
  return file.slice(file.lastIndexOf("/") + 1);
}
