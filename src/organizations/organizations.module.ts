import { Module } from '@nestjs/common';
import { Organizations } from './organizations.service';

@Module({ providers: [Organizations], exports: [Organizations] })
export class OrganizationsModule {}
