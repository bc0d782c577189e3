/** The package's version: the method that makes an assessment. A test holds it to package.json. */
export const VERSION = "0.1.0";
