import { Column, Entity, PrimaryColumn } from "typeorm";

/** An Ed25519 key that signs access tokens, or has signed some that are still good. */
@Entity()
export class SigningKey {
  /** A TypeID with the prefix `jwk`: the `kid` of the tokens that it signs. */
  @PrimaryColumn("text")
  id!: string;

  /** The `x` of its JWK (RFC 8037). */
  @Column("text")
  publicKey!: string;

  /** The `d` of its JWK, readable with the secret of the service alone. */
  @Column("text")
  sealedPrivateKey!: string;

  @Column("timestamp with time zone", { precision: 3 })
  createdAt!: Date;
}
