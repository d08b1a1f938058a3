/** By this folder within it the folder of a bucket is known. */
export const BUCKET_FOLDER = "bucket";
