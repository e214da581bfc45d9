/** Version of the program as records name it; a test holds it to package.json. */
export const GENERATOR_VERSION = '0.1.0';
