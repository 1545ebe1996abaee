const HOUR = 3_600_000;

/** How many messages somebody may write within a time, in all and to one recipient. */
export const MESSAGE_LIMITS = [
  { within: HOUR, most: 10, mostToOne: 3 },
  { within: 24 * HOUR, most: 30, mostToOne: 5 },
] as const;

export interface Written {
  readonly toId: string;
  readonly createdAt: Date;
}

/** Whether one more may go to this recipient now. */
export const mayWriteAgain = (written: readonly Written[], toId: string, now: Date): boolean =>
  MESSAGE_LIMITS.every(({ within, most, mostToOne }) => {
    const recent = written.filter(({ createdAt }) => now.getTime() - createdAt.getTime() < within);
    return recent.length < most && recent.filter((one) => one.toId === toId).length < mostToOne;
  });
