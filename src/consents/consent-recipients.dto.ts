import { ApiProperty } from '@nestjs/swagger';
import { IsBoolean, IsIn, IsOptional, IsString, Length, Matches } from 'class-validator';
import { recipientKinds, type RecipientKind } from './consent-recipient.entity';

/** An office to whom something may be told with consent. */
export class CreateConsentRecipient {
  /** Its name as people know it; never the name of a person. */
  @IsString()
  @Length(1, 120)
  @Matches(/\S/, { message: 'name must say which office it is' })
  name: string;

  @IsIn(recipientKinds)
  @ApiProperty({ enum: recipientKinds })
  kind: RecipientKind;
}

/** What changes about a recipient; what is left out stays. */
export class ChangeConsentRecipient {
  @IsOptional()
  @IsString()
  @Length(1, 120)
  @Matches(/\S/, { message: 'name must say which office it is' })
  name?: string;

  /** Whether it is offered from now on. */
  @IsOptional()
  @IsBoolean()
  active?: boolean;
}

/** To whom something may be told with consent. */
export class ConsentRecipientView {
  id: string;
  name: string;
  @ApiProperty({ enum: recipientKinds })
  kind: RecipientKind;
  active: boolean;
}

/** Everybody to whom something may be told, by name. */
export class ConsentRecipientList {
  items: ConsentRecipientView[];
}
