/** What the probe of one process has counted since it started. */
export interface Counted {
  /** Requests that it sent to other processes over HTTP. */
  readonly http: number;
  /** Questions that its gateway asked of services, whichever way they travelled. */
  readonly questions: number;
}
