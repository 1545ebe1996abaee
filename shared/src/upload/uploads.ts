/** How large the parts are in which a file is sent on, in bytes; the last one may be smaller. */
export const PART_SIZE = 1024 * 1024;

/** How large a file that a client sends may be, in bytes: as much as a workbook may be. */
export const MOST_BYTES = 50_000_000;

/** The link by which a file is sent. Whoever has it may send the file, once. */
export interface UploadLink {
  /** What the file is for, such as `imp_01h…`. */
  readonly id: string;
  readonly token: string;
}

export interface UploadPart extends UploadLink {
  /**
   * One for each try to send the file, later ones behind earlier ones in the order of text: a try
   * that was broken off leaves nothing to the next, and does not come in its way.
   */
  readonly upload: string;
  /** From 0. */
  readonly position: number;
  readonly bytes: Uint8Array;
}

export interface UploadEnd extends UploadLink {
  readonly upload: string;
  readonly parts: number;
  /** Of the whole file, in bytes. */
  readonly size: number;
}

/**
 * Takes the files that clients send to one service: called as functions, or by signed HTTP.
 *
 * @throws NOT_FOUND for a link that is unknown, used or expired, which all look the same;
 *   LIMIT_EXCEEDED for a file that is too large; CONFLICT where another try has taken over
 */
export interface Uploads {
  /** Whether a file may be sent by it: asked before anything of the file is read. */
  check(link: UploadLink): Promise<void>;
  /** Parts come one after the other. */
  put(part: UploadPart): Promise<void>;
  /** The file is whole. */
  finish(end: UploadEnd): Promise<void>;
}

/** Where a file is sent: a path on the address of the graph. */
export const uploadPath = (service: string, { id, token }: UploadLink): string =>
  `/uploads/${service}/${id}?${new URLSearchParams({ token }).toString()}`;
