import { ApiProperty } from '@nestjs/swagger';
import { ArrayMaxSize, ArrayUnique, IsArray, IsIn, IsOptional, IsString, IsUUID, Length, Matches } from 'class-validator';
import { dataCategories, purposeKeys, type DataCategory, type Purpose } from './purposes';

/** What was told about somebody, to whom and for what. */
export class RecordDisclosure {
  @IsIn(purposeKeys)
  @ApiProperty({ enum: purposeKeys })
  purpose: Purpose;

  @IsOptional()
  @IsUUID()
  recipientId?: string;

  /** What of them was told; all that the consent covers when nothing is said. */
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(dataCategories.length)
  @ArrayUnique()
  @IsIn(dataCategories, { each: true })
  @ApiProperty({ enum: dataCategories, isArray: true })
  categories?: DataCategory[];

  /** In words, so that the person can be told: "name and telephone number, by telephone". */
  @IsString()
  @Length(1, 1000)
  @Matches(/\S/, { message: 'given must say what was told' })
  given: string;
}

/** Something that was told about somebody. */
export class DisclosureView {
  id: string;
  consentId: string;
  @ApiProperty({ enum: purposeKeys })
  purpose: Purpose;
  recipientId: string | null;
  recipientName: string | null;
  categories: string[];
  given: string;
  disclosedAt: Date;
}

/** Everything that was told about somebody, the newest first. */
export class DisclosureList {
  items: DisclosureView[];
}
