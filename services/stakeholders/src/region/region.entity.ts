import { Field, ID, ObjectType, registerEnumType } from "type-graphql";
import { Check, Column, Entity, PrimaryColumn } from "typeorm";

export enum RegionKind {
  REGIONAL_COMMISSION = "REGIONAL_COMMISSION",
  UN_GROUP = "UN_GROUP",
  HUB_REGION = "HUB_REGION",
}

registerEnumType(RegionKind, {
  name: "RegionKind",
  description: "By which division of the world a region is one.",
  valuesConfig: {
    REGIONAL_COMMISSION: {
      description: "A regional commission of the United Nations: regional reviews follow these.",
    },
    UN_GROUP: { description: "A regional group of the United Nations." },
    HUB_REGION: { description: "A region of the UN Migration Network Hub." },
  },
});

@Entity()
@Check("ck_region_kind", `kind IN ('REGIONAL_COMMISSION', 'UN_GROUP', 'HUB_REGION')`)
@ObjectType({
  description:
    "A region of the world as the United Nations divide it. A State may be of several. A closed vocabulary, open to everybody.",
})
export class Region {
  @PrimaryColumn("text")
  @Field(() => ID, { description: "A code that never changes, such as `ECE`." })
  id!: string;

  @Column("text")
  @Field(() => RegionKind, { description: "By which division it is one." })
  kind!: RegionKind;

  @Column("text")
  @Field(() => String, { description: "Its name in English." })
  name!: string;
}
