//! The content folder itself: names and links that not every system knows.

use std::fs;
use std::path::Path;

use qingmiao::content;

use crate::support::{self, Fixture};

#[test]
fn a_folder_that_is_not_there() {
    let loaded = content::load(Path::new("/no/such/folder"), support::TODAY);
    assert_eq!(
        support::listing(&loaded.diagnostics),
        "\
:1:1+1 missing-folder error
  没有找到内容文件夹“/no/such/folder”
  检查文件夹的名字和位置
"
    );
}

#[test]
fn names_that_are_one_name_elsewhere() {
    let text = "---\n标题: 甲\n摘要: 乙\n---\n正文\n";
    let fixture = Fixture::new()
        .file("pages/About.md", text)
        .file("pages/caf\u{e9}.md", text.replace('甲', "丙"))
        .file("pages/cafe\u{301}.md", text.replace('甲', "丁"));
    assert_eq!(
        fixture.check(),
        "\
pages/about.md:1:1+1 name-collision error
  和“pages/About.md”只差大小写或字符写法，在别的电脑上是同一个文件
  给其中一个换个名字
pages/caf\u{e9}.md:1:1+1 name-collision error
  和“pages/caf\u{e9}.md”只差大小写或字符写法，在别的电脑上是同一个文件
  给其中一个换个名字
"
    );
}

#[test]
fn a_decomposed_name_is_a_composed_id() {
    let text = "---\n标题: 甲\n摘要: 乙\n---\n[](page:caf\u{e9})\n";
    let portal = Fixture::new().file("pages/cafe\u{301}.md", text).portal();
    assert!(portal.page("caf\u{e9}").is_some());
}

#[test]
fn folders_have_a_depth() {
    let name = format!("pages/{}x.md", "a/".repeat(9));
    assert_eq!(
        Fixture::new().file(&name, "x").check(),
        format!(
            "\
pages/{}:1:1+1 folder-too-deep error
  文件夹超过 8 层
  把文件夹移到上层
",
            "a/".repeat(8)
        )
    );
}

#[cfg(unix)]
#[test]
fn links_out_of_the_folder_are_refused() {
    use std::os::unix::fs::symlink;
    let outside = tempfile::tempdir().expect("a folder");
    let secret = outside.path().join("secret.md");
    fs::write(&secret, "---\n标题: 秘密\n摘要: 秘密\n---\n秘密\n").expect("a file");
    let fixture = Fixture::new();
    let root = Path::new(fixture.path());
    symlink(&secret, root.join("pages/secret.md")).expect("a link");
    symlink(root, root.join("pages/loop")).expect("a link");
    symlink(root.join("none"), root.join("pages/none.md")).expect("a link");
    symlink(root.join("pages/about.md"), root.join("pages/inside.md")).expect("a link");
    let loaded = fixture.load();
    assert!(loaded.portal.page("secret").is_none());
    assert!(loaded.portal.page("inside").is_some());
    assert_eq!(
        support::listing(&loaded.diagnostics),
        "\
pages/inside.md:2:5+4 duplicate-title warning
  标题“关于我们”和“pages/about.md”一样
  换一个标题，让读者分得清两页
pages/loop:1:1+1 symlink error
  这是通向文件夹或通向内容文件夹外面的链接，不接受
  把文件本身复制进来
pages/none.md:1:1+1 unreadable error
  打不开：No such file or directory (os error 2)
  检查文件是否完好
pages/secret.md:1:1+1 symlink error
  这是通向文件夹或通向内容文件夹外面的链接，不接受
  把文件本身复制进来
"
    );
}

#[cfg(unix)]
#[test]
fn what_is_no_file_and_no_text_is_not_read() {
    use std::os::unix::{ffi::OsStrExt as _, net::UnixListener};
    let fixture = Fixture::new();
    let root = Path::new(fixture.path());
    let _socket = UnixListener::bind(root.join("pages/socket.md")).expect("a socket");
    fs::write(root.join("pages").join(std::ffi::OsStr::from_bytes(b"\xFF.md")), "x")
        .expect("a file");
    assert_eq!(
        fixture.check(),
        "\
pages/socket.md:1:1+1 not-a-file error
  这不是普通文件
  删去它
pages/\u{fffd}.md:1:1+1 bad-name error
  文件名不是 UTF-8 文字
  重新起个名字
"
    );
}
