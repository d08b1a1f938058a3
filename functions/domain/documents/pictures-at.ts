import type { Instant } from "../instant.ts";
import type { Picture } from "./parts.ts";
import { hasOwnTimes, isPictureShown, timedAddresses } from "./picture-times.ts";
import { htmlWithoutPictures } from "./without-pictures.ts";

/** Where a document, or an entry of a list, shows pictures. */
interface WithPictures {
  readonly image?: Picture | undefined;
  readonly html?: string;
  readonly notes?: string | undefined;
}

/** A document or an entry with those of its pictures that may be shown at `now`; captions go with their pictures. */
export const withPicturesAt = <Shown extends object>(shown: Shown, now: Instant): Shown =>
  withPictures(shown, (path) => isPictureShown(path, now));

/** The same without all that come or go by the clock, for texts that stay as they are. */
export const withLastingPictures = <Shown extends { readonly publishAt: Instant }>(shown: Shown): Shown =>
  withPictures(shown, (path) => !hasOwnTimes(path, shown.publishAt));

function withPictures<Shown extends object>(
  shown: Shown & WithPictures,
  isKept: (path: string) => boolean,
): Shown {
  const { image, html, notes } = shown;
  const texts = {
    ...(html !== undefined && { html: htmlWith(html, isKept) }),
    ...(notes !== undefined && { notes: htmlWith(notes, isKept) }),
  };
  if (!image || isKept(image.path)) return { ...shown, ...texts };
  return { ...shown, ...texts, image: undefined };
}

function htmlWith(html: string, isKept: (path: string) => boolean): string {
  return timedAddresses(html).every(isKept) ? html : htmlWithoutPictures(html, (path) => !isKept(path));
}
