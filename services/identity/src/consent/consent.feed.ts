import type { Transaction } from "@convene/shared/database/transaction";

export interface Listing {
  readonly person: string;
  /** Whether they have agreed that everybody may see them. */
  readonly listed: boolean;
}

/** Tells whether somebody agrees to be seen by everybody: whoever keeps profiles follows it. */
export const publishListing = (tx: Transaction, { person, listed }: Listing): Promise<void> =>
  tx.publish({
    type: "Listing",
    ids: [person],
    load: () => Promise.resolve(new Map([[person, { listed }]])),
  });
