import { setImmediate } from "node:timers/promises";
import type { EntityManager } from "typeorm";
import { LandscapeView } from "../landscape/landscape-view.policy.ts";
import { sharedLandscape } from "../landscape/shared-landscape.service.ts";
import type { PartnerReasonKind } from "./partner.enum.ts";
import {
  FIRST_WEIGHTS,
  LEARNED,
  OF_PROFILES,
  type PartnerWeights,
} from "./partner-score.policy.ts";
import { PartnerWeight } from "./partner-weight.entity.ts";
import { lessonOf, partnershipsOf } from "./partner-lesson.policy.ts";
import { type Lesson, learnWeights, type Start } from "./partner-weight.value.ts";

/** How much each kind of evidence counts: learned from the ties that everybody may see. */
export class PartnerWeightService {
  constructor(private readonly manager: EntityManager) {}

  /** One statement. */
  async weights(): Promise<PartnerWeights> {
    const rows = await this.manager.find(PartnerWeight);
    const learned = Object.fromEntries(rows.map(({ kind, weight }) => [kind, weight]));
    return { ...FIRST_WEIGHTS, ...learned };
  }

  /** Once on a day. */
  async learnToday(day: string): Promise<void> {
    const learnedOn = await this.manager.findOneBy(PartnerWeight, { learnedOn: day });
    if (learnedOn === null) await this.learn(day);
  }

  async learn(day: string): Promise<void> {
    const { landscape } = await sharedLandscape(this.manager).now();
    const view = new LandscapeView(landscape, null, { day });
    const lessons: Lesson[] = [];
    for (const partnership of partnershipsOf(view)) {
      lessons.push(lessonOf(view, partnership));
      // Whoever asks meanwhile shall not wait for all of it.
      await setImmediate();
    }
    const learned = learnWeights(lessons, LEARNED.map(startOf));
    await this.manager.upsert(
      PartnerWeight,
      LEARNED.map((kind, at) => ({ kind, weight: learned[at] ?? 0, learnedOn: day })),
      ["kind"],
    );
  }
}

const startOf = (kind: PartnerReasonKind): Start => {
  const first = FIRST_WEIGHTS[kind];
  return { first, most: OF_PROFILES.includes(kind) ? first : Infinity };
};
