#!/usr/bin/env node
/*! (c) Somebody */
/// <reference types="node" />

/** The application. */
export const appConfig = { providers: [] };
