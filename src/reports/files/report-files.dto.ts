import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsOptional } from 'class-validator';
import { reportLanguages, type ReportLanguage } from './report-texts';

/** The files a report can be had as. */
export const reportFormats = ['csv', 'xlsx', 'pdf'] as const;
export type ReportFormat = (typeof reportFormats)[number];

/** Which file of a report to download. */
export class DownloadReportQuery {
  @IsIn(reportFormats)
  @ApiProperty({ enum: reportFormats })
  format: ReportFormat;

  /** The reader's own language when it is left out. */
  @IsOptional()
  @IsIn(reportLanguages)
  @ApiProperty({ enum: reportLanguages, required: false })
  language?: ReportLanguage;
}
