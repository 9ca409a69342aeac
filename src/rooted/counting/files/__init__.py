"""Files of ballots as others write them: .blt, and PrefLib's .soc, .soi, .toc and .toi."""
