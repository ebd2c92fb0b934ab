import 'reflect-metadata';

process.env.NODE_ENV = 'test';
process.env.LOG_LEVEL = 'silent';
// Hashing is as slow as it must be only where it protects somebody.
process.env.PASSWORD_MEMORY_KIB = '1024';
