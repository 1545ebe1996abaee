import { MutationInput } from "@convene/shared/mutation-input";
import { Field, ID, InputType } from "type-graphql";
import { OrganisationSearchFilter } from "../organisation-search/organisation-search.inputs.ts";
import { PartnerContext } from "../partner/partner.enum.ts";
import { FoundType } from "../search/search.enum.ts";
import { SearchFilter } from "../search/search.inputs.ts";

@InputType({ description: "A search to be asked again; one for partners where it says for whom." })
export class SaveSearchInput extends MutationInput {
  @Field(() => String, { description: "What to call it, in at most 100 characters." })
  name!: string;

  @Field(() => String, {
    nullable: true,
    description: "Words to search, at most 200 characters; for partners, the brief.",
  })
  text?: string | null;

  @Field(() => OrganisationSearchFilter, {
    nullable: true,
    description: "What must hold besides.",
  })
  filter?: OrganisationSearchFilter | null;

  @Field(() => [FoundType], {
    nullable: true,
    description:
      "Of which kinds: then it is a search for everything, as `search` does, and not of organisations alone.",
  })
  types?: FoundType[] | null;

  @Field(() => SearchFilter, {
    nullable: true,
    description:
      "What must hold besides in a search for everything; of all kinds, where `types` is absent.",
  })
  searchFilter?: SearchFilter | null;

  @Field(() => ID, {
    nullable: true,
    description:
      "An organisation that everybody sees: then the ten best partners for it are looked for, and new ones among them told.",
  })
  partnersFor?: string | null;

  @Field(() => PartnerContext, {
    nullable: true,
    description: "Where partners should work; anywhere if absent.",
  })
  context?: PartnerContext | null;
}

@InputType({ description: "A saved search that is not wanted any more." })
export class DeleteSavedSearchInput extends MutationInput {
  @Field(() => ID, { description: "Which." })
  id!: string;
}
