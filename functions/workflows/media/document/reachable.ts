import { PDFArray, type PDFContext, PDFDict, type PDFObject, PDFRef, PDFStream } from "@cantoo/pdf-lib";

/** What a walk meets: a dictionary, by itself or of a stream. */
export interface FoundDictionary {
  readonly dict: PDFDict;
  readonly stream?: PDFStream;
  readonly ref?: PDFRef;
}

/**
 * Meets every dictionary that the document leads to, each once, before what it leads to: so what `meet` takes out of
 * it is not met. Forgets afterwards whatever nothing leads to, as the remains of earlier versions.
 */
export function removeUnreachable(
  context: PDFContext,
  from: PDFObject,
  meet: (met: FoundDictionary) => void,
): void {
  const open: PDFObject[] = [from];
  const seen = new Set<PDFObject>();
  for (let object = open.pop(); object; object = open.pop()) {
    if (seen.has(object)) continue;
    seen.add(object);
    const ref = object instanceof PDFRef ? object : undefined;
    const value = ref ? context.lookup(ref) : object;
    if (value && value !== object) {
      if (seen.has(value)) continue;
      seen.add(value);
    }
    open.push(...partsOf(value, ref, meet));
  }
  for (const [ref] of context.enumerateIndirectObjects()) if (!seen.has(ref)) context.delete(ref);
}

function partsOf(
  value: PDFObject | undefined,
  ref: PDFRef | undefined,
  meet: (met: FoundDictionary) => void,
): PDFObject[] {
  if (value instanceof PDFArray) return value.asArray().filter(leadsOn);
  const stream = value instanceof PDFStream ? value : undefined;
  const dict = stream?.dict ?? (value instanceof PDFDict ? value : undefined);
  if (!dict) return [];
  meet({ dict, ...(stream && { stream }), ...(ref && { ref }) });
  return dict.values().filter(leadsOn);
}

function leadsOn(object: PDFObject): boolean {
  return (
    object instanceof PDFRef ||
    object instanceof PDFArray ||
    object instanceof PDFDict ||
    object instanceof PDFStream
  );
}
