/** `photos/steppe.jpg` is downloaded as `steppe.jpg`. */
export function baseName(file: string): string {
  return file.slice(file.lastIndexOf("/") + 1);
}

/** A file name without its ending: `steppe` of `steppe.jpg`. */
export const stemOf = (file: string): string => file.replace(/\.[^.]*$/, "");
