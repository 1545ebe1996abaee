import { mergeRemovables } from "@convene/shared/merge/merge-tables";
import { removable, type Removal } from "@convene/shared/removal/removable";
import { today } from "@convene/shared/today";
import { Activity } from "../activity/activity.entity.ts";
import { CallAnswer } from "../call-answer/call-answer.entity.ts";
import { Charter } from "../charter/charter.entity.ts";
import { InputCall } from "../input-call/input-call.entity.ts";
import { JoinRequest } from "../join-request/join-request.entity.ts";
import { MilestoneChange } from "../milestone/milestone-change.entity.ts";
import { Milestone } from "../milestone/milestone.entity.ts";
import { Seat } from "../seat/seat.entity.ts";
import { keepInStep } from "../seat/seat.repository.ts";
import { WorkingGroupTransition } from "../working-group/working-group-transition.entity.ts";
import { WorkingGroup } from "../working-group/working-group.entity.ts";
import { publishGroups } from "../working-group/working-group.feed.ts";
import { Workplan } from "../workplan/workplan.entity.ts";

/** What was put here for trying out can be taken away again. A group that stays loses its seats. */
export const removal: Removal = {
  tables: [
    ...mergeRemovables,
    removable({
      entity: JoinRequest,
      title: "join requests",
      feed: null,
      refersBy: [
        ...(["groupId", "organisationId", "delegateId"] as const),
        ...(["personId", "decidedById", "seatId"] as const),
      ],
      derived: [],
    }),
    removable({
      entity: CallAnswer,
      title: "answers to calls",
      feed: null,
      refersBy: ["callId", "organisationId", "personId"],
      derived: [],
    }),
    removable({
      entity: InputCall,
      title: "calls for input",
      label: "title",
      feed: "InputCall",
      refersBy: ["groupId", "personId"],
      derived: ["told"],
    }),
    removable({
      entity: Activity,
      title: "activities",
      label: "title",
      feed: null,
      refersBy: ["groupId", "workplanId", "organisationId"],
      derived: [],
    }),
    removable({
      entity: Workplan,
      title: "workplans",
      label: "title",
      feed: null,
      refersBy: ["groupId"],
      derived: [],
    }),
    removable({
      entity: Milestone,
      title: "milestones",
      label: "title",
      feed: "Milestone",
      refersBy: ["groupId"],
      derived: [],
      parts: [{ entity: MilestoneChange, owner: "milestoneId", refersBy: ["personId"] }],
    }),
    removable({
      entity: Seat,
      title: "seats",
      feed: "Seat",
      refersBy: ["groupId", "organisationId", "delegateId", "alternateId"],
      derived: [],
    }),
    removable({
      entity: WorkingGroup,
      title: "working groups",
      label: "name",
      feed: "WorkingGroup",
      refersBy: ["networkId"],
      derived: ["organisations", "networks", "updatedAt"],
      parts: [
        { entity: WorkingGroupTransition, owner: "groupId", refersBy: ["personId"] },
        { entity: Charter, owner: "groupId", refersBy: ["personId"] },
      ],
    }),
  ],
  settle: async (tx, stay) => {
    await publishGroups(tx, await keepInStep(tx.manager, today(), stay));
  },
};
