import { Global, Module } from '@nestjs/common';
import { CONFIG, type Config } from '../config/config';
import { FILE_STORE, type FileStore } from './file-store';
import { LocalFileStore } from './local-file-store';
import { S3FileStore } from './s3-file-store';
import { StoredFilesSweep } from './stored-files.jobs';
import { StoredFiles } from './stored-files.service';

/** Files and where their bytes lie. */
@Global()
@Module({
  providers: [
    { provide: FILE_STORE, inject: [CONFIG], useFactory: storeOf },
    StoredFiles,
    StoredFilesSweep,
  ],
  exports: [StoredFiles],
})
export class FilesModule {}

/** A folder that was named is made at the start, so that a mistake shows then; the usual one with its first file. */
function storeOf(config: Config): FileStore {
  if (config.s3) return new S3FileStore(config.s3);
  return config.FILES_DIRECTORY ? LocalFileStore.open(config.filesDirectory) : new LocalFileStore(config.filesDirectory);
}
