export { contract } from './nowhere';
