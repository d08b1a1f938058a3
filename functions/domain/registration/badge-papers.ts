/** Sizes of PDF are in points; those of paper in millimetres. */
export const mm = (length: number): number => (length * 72) / 25.4;

/** How badges lie on a page. */
export interface Paper {
  readonly width: number;
  readonly height: number;
  readonly columns: number;
  readonly rows: number;
  /** Whether lines show where to cut. */
  readonly isCut: boolean;
}

/** `a4`: eight labels of 105 by 74 mm, as they are sold, or to cut; `a6`: a page for each, folded or in a holder. */
export const PAPERS = {
  a4: { width: mm(210), height: mm(297), columns: 2, rows: 4, isCut: true },
  a6: { width: mm(105), height: mm(148), columns: 1, rows: 1, isCut: false },
} as const satisfies Record<string, Paper>;
export type PaperName = keyof typeof PAPERS;

export const isPaper = (name: string): name is PaperName => Object.hasOwn(PAPERS, name);
