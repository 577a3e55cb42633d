/** Of every JSON document the tool prints. It is raised when a member changes its meaning or goes, not when one is added. */
export const schemaVersion = 1;
