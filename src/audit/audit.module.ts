import { Global, Module } from '@nestjs/common';
import { AuditChain } from './audit-chain.service';
import { AuditSealer } from './audit.jobs';
import { Audit } from './audit.service';

@Global()
@Module({ providers: [Audit, AuditChain, AuditSealer], exports: [Audit, AuditChain] })
export class AuditModule {}
