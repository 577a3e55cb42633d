@Injectable()
export class AppModule {}
