import { LanguageTagScalar } from "@convene/shared/scalars";
import { Field, ObjectType } from "type-graphql";

/** Made anew whenever it is asked for: of what the viewer may see now. */
@ObjectType({
  description: "An agenda or minutes as a file, of what the viewer may see; made when asked for.",
})
export class MeetingDocument {
  @Field(() => String, { description: "What to call it when it is saved." })
  fileName!: string;

  @Field(() => String, { description: "Its media type." })
  mediaType!: string;

  @Field(() => LanguageTagScalar, {
    description: "The language of its headings and dates; what was written stays as it was.",
  })
  language!: string;

  @Field(() => String, { nullable: true, description: "Its text. Null of a PDF." })
  text!: string | null;

  bytes!: Buffer;

  @Field(() => String, { description: "Its bytes, in Base64." })
  get base64(): string {
    return this.bytes.toString("base64");
  }
}
