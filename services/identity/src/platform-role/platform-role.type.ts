import { Personal } from "@convene/shared/audit/personal";
import { connectionOf } from "@convene/shared/connection/connection";
import { Field, ID, ObjectType } from "type-graphql";
import { PlatformRole } from "../account/account.enum.ts";

const whose = ({ id }: Pick<PlatformRoles, "id">): string => id;

@ObjectType({ description: "What somebody may do on the whole platform. Administrators see it." })
export class PlatformRoles {
  /** Their person. */
  @Field(() => ID, { description: "The id of the person who holds them." })
  id!: string;

  @Field(() => [PlatformRole], { description: "The roles, in alphabetical order." })
  @Personal(whose)
  roles!: PlatformRole[];
}

export const PlatformRolesConnection = connectionOf(() => PlatformRoles, { name: "PlatformRoles" });
