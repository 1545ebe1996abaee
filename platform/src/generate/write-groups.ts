import { PracticeOrganisation } from "@convene/practices/practice/practice-organisation.entity";
import { Practice } from "@convene/practices/practice/practice.entity";
import { loadPracticePayloads } from "@convene/practices/practice/practice.feed";
import { Seat } from "@convene/working-groups/seat/seat.entity";
import { publishSeats } from "@convene/working-groups/seat/seat.feed";
import { Charter } from "@convene/working-groups/charter/charter.entity";
import { WorkingGroupTransition } from "@convene/working-groups/working-group/working-group-transition.entity";
import { WorkingGroup } from "@convene/working-groups/working-group/working-group.entity";
import { publishGroups } from "@convene/working-groups/working-group/working-group.feed";
import { inBulk, insertNew, type Target } from "./bulk.ts";
import type { Outline } from "./outline.ts";
import { practices } from "./practice.ts";
import { workingGroups } from "./working-group.ts";

/** Working groups with their seats. */
export const writeGroups = (target: Target, outline: Outline) =>
  inBulk({
    title: "Groups",
    ...target,
    items: workingGroups(outline),
    write: async (tx, groups) => {
      const ids = await insertNew(
        tx.manager,
        WorkingGroup,
        groups.map(({ row }) => row),
      );
      await insertNew(
        tx.manager,
        WorkingGroupTransition,
        groups.flatMap((group) => group.transitions),
      );
      await insertNew(
        tx.manager,
        Charter,
        groups.flatMap((group) => group.charters),
      );
      const seats = groups.flatMap((group) => group.seats);
      const seatIds = await insertNew(tx.manager, Seat, seats);
      await publishGroups(tx, ids);
      await publishSeats(tx, seatIds);
      return { groups: groups.length, seats: seats.length };
    },
  });

/** Practices with those who carry them out. */
export const writePractices = (target: Target, outline: Outline) =>
  inBulk({
    title: "Practices",
    ...target,
    items: practices(outline),
    write: async (tx, made) => {
      const ids = await insertNew(
        tx.manager,
        Practice,
        made.map(({ row }) => row),
      );
      await insertNew(
        tx.manager,
        PracticeOrganisation,
        made.flatMap((one) => one.organisations),
      );
      await tx.publish({ type: "Practice", ids, load: loadPracticePayloads });
      return { practices: made.length };
    },
  });
