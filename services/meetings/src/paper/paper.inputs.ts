import { MutationInput } from "@convene/shared/mutation-input";
import { DateTimeScalar, LanguageTagScalar } from "@convene/shared/scalars";
import { Field, ID, InputType } from "type-graphql";

@InputType({ description: "What file is to be sent: of a new paper, or of one that is there." })
export class UploadPaperInput extends MutationInput {
  @Field(() => ID, { nullable: true, description: "The agenda item of a new paper." })
  agendaItem?: string | null;

  @Field(() => ID, { nullable: true, description: "Or the proposal of a new paper." })
  proposal?: string | null;

  @Field(() => ID, { nullable: true, description: "Or the paper of which it is the next version." })
  paper?: string | null;

  @Field(() => String, {
    nullable: true,
    description: "What a new paper is called. At most 300 characters.",
  })
  title?: string | null;

  @Field(() => LanguageTagScalar, {
    defaultValue: "en",
    description: "In which language a new paper is written.",
  })
  language!: string;

  @Field(() => String, {
    description: "What to call the file when it is saved. What it is, is seen by its bytes.",
  })
  fileName!: string;
}

@InputType({ description: "Which paper goes, with all its versions." })
export class RemovePaperInput extends MutationInput {
  @Field(() => ID, { description: "The paper." })
  id!: string;
}

@InputType({ description: "Until when papers are to be there." })
export class SetPapersDeadlineInput extends MutationInput {
  @Field(() => ID, { description: "The meeting." })
  meeting!: string;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: "Before the meeting begins. Null takes it away.",
  })
  papersDueAt?: Date | null;
}
