/** Where it is written why the files of the sample content could not be prepared. */
export const failureOf = (folder: string): string => `${folder}-failed`;
