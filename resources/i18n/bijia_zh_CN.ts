<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>CardList</name>
    <message>
        <source>Insert what fits</source>
        <translation>插入合适的部分</translation>
    </message>
    <message>
        <source>Insert all of it</source>
        <translation>插入整句</translation>
    </message>
    <message>
        <source>Insert</source>
        <translation>插入</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>收藏</translation>
    </message>
    <message>
        <source>Keep no longer</source>
        <translation>取消收藏</translation>
    </message>
    <message>
        <source>Hide why</source>
        <translation>收起原因</translation>
    </message>
    <message>
        <source>Why?</source>
        <translation>为什么？</translation>
    </message>
</context>
<context>
    <name>Commands</name>
    <message>
        <source>Kept among the favourites.</source>
        <translation>已收藏。</translation>
    </message>
</context>
<context>
    <name>ContinuationLink</name>
    <message>
        <source>In grey: {source}    Tab takes it, Ctrl+→ a word</source>
        <translation>灰字出自 {source}    Tab 采用，Ctrl+→ 采用一词</translation>
    </message>
    <message>
        <source>In grey: {source}    Tab takes it, Ctrl+→ a word, Alt+↓ the next ({number} of {count})</source>
        <translation>灰字出自 {source}    Tab 采用，Ctrl+→ 采用一词，Alt+↓ 换一条（{number}/{count}）</translation>
    </message>
</context>
<context>
    <name>DraftKeeper</name>
    <message>
        <source>The program ended unexpectedly; the draft was recovered as of {time}.</source>
        <translation>上次没有正常退出，已恢复到 {time} 的内容，请及时保存。</translation>
    </message>
    <message>
        <source>“{name}” was taken as a new draft; the file itself stays as it is.</source>
        <translation>已把“{name}”作为新草稿打开，原文件不会改动。</translation>
    </message>
    <message>
        <source>Saved {time}</source>
        <translation>已保存 {time}</translation>
    </message>
    <message>
        <source>Kept safe {time}</source>
        <translation>已自动保护 {time}</translation>
    </message>
    <message>
        <source>Not saved</source>
        <translation>未保存</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>已保存</translation>
    </message>
    <message>
        <source>“{name}” was changed by another program. Saving will ask you first.</source>
        <translation>“{name}”已被别的程序改动，保存时会先问您。</translation>
    </message>
    <message>
        <source>“{name}” was moved or deleted. Your text is still here; save to write it again.</source>
        <translation>“{name}”已被移动或删除。文字都还在这里，保存即可重新写入。</translation>
    </message>
    <message>
        <source>Untitled</source>
        <translation>未命名</translation>
    </message>
</context>
<context>
    <name>Engine</name>
    <message>
        <source>The library&apos;s process has ended unexpectedly; your draft is not affected.</source>
        <translation>资料库程序意外停止，草稿不受影响，稍后会自动重新启动。</translation>
    </message>
</context>
<context>
    <name>FailureModel</name>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>所在文件夹</translation>
    </message>
</context>
<context>
    <name>FailureTab</name>
    <message>
        <source>Every file could be read.</source>
        <translation>没有读不了的文件。</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>再试一次</translation>
    </message>
    <message>
        <source>Open its folder</source>
        <translation>打开所在文件夹</translation>
    </message>
    <message>
        <source>The files themselves are untouched.</source>
        <translation>这些文件本身没有动过。</translation>
    </message>
    <message>
        <source>Passed over, being no papers: {count} files.</source>
        <translation>另有 {count} 个文件不是文稿，已跳过。</translation>
    </message>
    <message>
        <source>Try {count} again</source>
        <translation>再试这 {count} 份</translation>
    </message>
    <message>
        <source>Try all again</source>
        <translation>全部再试一次</translation>
    </message>
</context>
<context>
    <name>FavouriteTab</name>
    <message>
        <source>Only those with these words</source>
        <translation>只看含有这些词的</translation>
    </message>
    <message>
        <source>Drag selected text here to keep it; Delete removes</source>
        <translation>选中文字拖到这里即收藏，按 Delete 删除</translation>
    </message>
    <message>
        <source>No favourite has these words.</source>
        <translation>没有含这些词的收藏。</translation>
    </message>
    <message>
        <source>Nothing is kept yet. Click the star of a phrase, or drag selected text from the page to this place.</source>
        <translation>还没有收藏。点语句右上角的星，或把正文里选中的文字拖到这里。</translation>
    </message>
</context>
<context>
    <name>Files</name>
    <message>
        <source>Drafts and papers ({patterns})</source>
        <translation>草稿和文稿 ({patterns})</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Draft in Markdown (*.md)</source>
        <translation>草稿 (*.md)</translation>
    </message>
    <message>
        <source>Save as</source>
        <translation>另存为</translation>
    </message>
    <message>
        <source>Word document (*.docx)</source>
        <translation>Word 文档 (*.docx)</translation>
    </message>
    <message>
        <source>Export to Word</source>
        <translation>导出 Word</translation>
    </message>
    <message>
        <source>Table (*.csv)</source>
        <translation>表格 (*.csv)</translation>
    </message>
    <message>
        <source>Export the record</source>
        <translation>导出记录</translation>
    </message>
    <message>
        <source>Papers ({patterns})</source>
        <translation>文稿 ({patterns})</translation>
    </message>
    <message>
        <source>Import papers</source>
        <translation>导入文稿</translation>
    </message>
    <message>
        <source>Import a folder</source>
        <translation>导入文件夹</translation>
    </message>
    <message>
        <source>“{name}” is there already; overwrite it?</source>
        <translation>“{name}”已经存在，要覆盖吗？</translation>
    </message>
</context>
<context>
    <name>FindBar</name>
    <message>
        <source>Find</source>
        <translation>查找</translation>
    </message>
    <message>
        <source>Replace with</source>
        <translation>替换为</translation>
    </message>
    <message>
        <source>Replaced: {count}</source>
        <translation>已替换 {count} 处</translation>
    </message>
    <message>
        <source>Found: {count}</source>
        <translation>找到 {count} 处</translation>
    </message>
    <message>
        <source>Previous</source>
        <translation>上一处</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>下一处</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>替换</translation>
    </message>
    <message>
        <source>Replace all</source>
        <translation>全部替换</translation>
    </message>
</context>
<context>
    <name>FolderTab</name>
    <message>
        <source>Add a folder…</source>
        <translation>添加文件夹…</translation>
    </message>
    <message>
        <source>Follow no longer</source>
        <translation>不再跟踪</translation>
    </message>
    <message>
        <source>Read again now</source>
        <translation>现在重读一遍</translation>
    </message>
    <message>
        <source>New and changed files in these folders are read in at each start.</source>
        <translation>每次打开笔架，都会读入这些文件夹里新增和改动的文件。</translation>
    </message>
    <message>
        <source>A folder that you import is followed from then on, or add one here.</source>
        <translation>导入过的文件夹会自动跟踪，也可以在这里添加。</translation>
    </message>
</context>
<context>
    <name>Function</name>
    <message>
        <source>Opening</source>
        <translation>开头</translation>
    </message>
    <message>
        <source>Achievement</source>
        <translation>成绩</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>Meaning</source>
        <translation>意义</translation>
    </message>
    <message>
        <source>Requirement</source>
        <translation>要求</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>举措</translation>
    </message>
    <message>
        <source>Closing</source>
        <translation>结尾</translation>
    </message>
    <message>
        <source>Quotation</source>
        <translation>引语</translation>
    </message>
</context>
<context>
    <name>HeadingTab</name>
    <message>
        <source>Like those of “{heading}”</source>
        <translation>参照“{heading}”一类的标题</translation>
    </message>
    <message>
        <source>Drag a set or one heading into the text, or press Enter</source>
        <translation>整套或单条拖进正文，也可按 Enter</translation>
    </message>
    <message>
        <source>Headings of like sections are shown here.</source>
        <translation>这里列出同类章节的标题。</translation>
    </message>
</context>
<context>
    <name>ImportFailuresDialog</name>
    <message>
        <source>Not imported</source>
        <translation>没有导入的文件</translation>
    </message>
    <message>
        <source>Not readable: {count}. The files themselves are untouched.</source>
        <translation>读不了的有 {count} 份，文件本身没有改动。</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
</context>
<context>
    <name>ImportJob</name>
    <message>
        <source>The import broke off; the papers read so far are in the library.</source>
        <translation>导入中断，已读完的文稿都在资料库里，可以再导入一次接着读。</translation>
    </message>
    <message>
        <source>The import could not be started.</source>
        <translation>导入没能开始，请重新打开笔架再试。</translation>
    </message>
</context>
<context>
    <name>ImportStrip</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Looking through the files…</source>
        <translation>正在清点文件…</translation>
    </message>
    <message>
        <source>Stopping after this paper…</source>
        <translation>读完这一篇就停…</translation>
    </message>
</context>
<context>
    <name>LibraryOpener</name>
    <message>
        <source>Looking through the files…</source>
        <translation>正在清点文件…</translation>
    </message>
</context>
<context>
    <name>LibraryWindow</name>
    <message>
        <source>Library — Bijia</source>
        <translation>资料库 — 笔架</translation>
    </message>
    <message>
        <source>Papers</source>
        <translation>文稿</translation>
    </message>
    <message>
        <source>Not readable</source>
        <translation>读不了的</translation>
    </message>
    <message>
        <source>Followed folders</source>
        <translation>跟踪的文件夹</translation>
    </message>
    <message>
        <source>Looking through the library…</source>
        <translation>正在取文稿目录…</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Something went wrong inside the program. Your draft is kept; save it now.</source>
        <translation>程序内部出错，已记录在案。草稿已自动保护，请立即保存。</translation>
    </message>
    <message>
        <source>Bijia</source>
        <translation>笔架</translation>
    </message>
</context>
<context>
    <name>MessageStrip</name>
    <message>
        <source>Details</source>
        <translation>详情</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>Originals</name>
    <message>
        <source>The file is no longer there: {path}</source>
        <translation>原件已经不在了：{path}</translation>
    </message>
    <message>
        <source>No program on this computer opens “{name}”.</source>
        <translation>这台电脑上没有能打开“{name}”的程序。</translation>
    </message>
    <message>
        <source>The folder is no longer there: {path}</source>
        <translation>文件夹已经不在了：{path}</translation>
    </message>
    <message>
        <source>The folder could not be opened: {path}</source>
        <translation>文件夹打不开：{path}</translation>
    </message>
</context>
<context>
    <name>OutlinePane</name>
    <message>
        <source>Headings such as 一、 and （一） appear here.</source>
        <translation>写下“一、”“（一）”这样的标题，就会列在这里。</translation>
    </message>
    <message>
        <source>Outline</source>
        <translation>提纲</translation>
    </message>
</context>
<context>
    <name>PageEditor</name>
    <message>
        <source>Begin with the title, then write on in a new line.</source>
        <translation>先写标题，换行接着写正文。</translation>
    </message>
</context>
<context>
    <name>PaperForm</name>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>Genre</source>
        <translation>文种</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>年份</translation>
    </message>
    <message>
        <source>Issued by</source>
        <translation>发文机关</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>地区</translation>
    </message>
    <message>
        <source>Inferred without much confidence. Enter confirms it.</source>
        <translation>这是推断的，把握不大。改一改，或按回车认可。</translation>
    </message>
</context>
<context>
    <name>PaperPane</name>
    <message>
        <source>Cleaned</source>
        <translation>清理后</translation>
    </message>
    <message>
        <source>As it was</source>
        <translation>原文</translation>
    </message>
    <message>
        <source>Choose a paper to read it here.</source>
        <translation>选一篇文稿，在这里看。</translation>
    </message>
    <message>
        <source>Cleaning took out: {count}</source>
        <translation>清理去掉 {count} 段</translation>
    </message>
    <message>
        <source>Cleaning took nothing out.</source>
        <translation>清理没有去掉什么。</translation>
    </message>
    <message>
        <source>{count} copies, folded into one</source>
        <translation>{count} 份相同或相近，并作一篇</translation>
    </message>
</context>
<context>
    <name>PaperRole</name>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>Byline</source>
        <translation>署名</translation>
    </message>
    <message>
        <source>To</source>
        <translation>称谓</translation>
    </message>
    <message>
        <source>Level 1</source>
        <translation>一级</translation>
    </message>
    <message>
        <source>Level 2</source>
        <translation>二级</translation>
    </message>
    <message>
        <source>Level 3</source>
        <translation>三级</translation>
    </message>
    <message>
        <source>Level 4</source>
        <translation>四级</translation>
    </message>
    <message>
        <source>Attached</source>
        <translation>附件</translation>
    </message>
    <message>
        <source>Signed</source>
        <translation>落款</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>日期</translation>
    </message>
</context>
<context>
    <name>PaperState</name>
    <message>
        <source>In use</source>
        <translation>在用</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>不推荐</translation>
    </message>
    <message>
        <source>Spun?</source>
        <translation>疑似洗稿</translation>
    </message>
    <message>
        <source>File gone</source>
        <translation>原件不在</translation>
    </message>
    <message>
        <source>Suggestions and searches draw on it.</source>
        <translation>推荐和检索都会用到它。</translation>
    </message>
    <message>
        <source>You keep it out of the suggestions.</source>
        <translation>你让它不再参与推荐。</translation>
    </message>
    <message>
        <source>Its words seem to have been swapped for synonyms; it is found by searching only.</source>
        <translation>用词像是被同义词替换过，不参与推荐，只能检索到。</translation>
    </message>
    <message>
        <source>Its file is no longer where it was; what was read of it is still used.</source>
        <translation>原来的文件已经不在原处，读入的内容照常使用。</translation>
    </message>
</context>
<context>
    <name>PaperTab</name>
    <message>
        <source>Open the original</source>
        <translation>打开原件</translation>
    </message>
    <message>
        <source>Do not suggest</source>
        <translation>不再推荐</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>移除…</translation>
    </message>
    <message>
        <source>Filter: words from any column</source>
        <translation>筛选：任何一栏里的词</translation>
    </message>
    <message>
        <source>No papers yet. Import a folder of your own papers.</source>
        <translation>还没有文稿。先导入一个文件夹的旧稿。</translation>
    </message>
    <message>
        <source>No paper is like that. Try fewer or other words.</source>
        <translation>没有这样的文稿。少输几个词，或换个说法。</translation>
    </message>
    <message>
        <source>Every state</source>
        <translation>所有状态</translation>
    </message>
    <message>
        <source>Every genre</source>
        <translation>所有文种</translation>
    </message>
    <message>
        <source>Genre unknown</source>
        <translation>文种不明</translation>
    </message>
    <message>
        <source>{count} papers</source>
        <translation>{count} 篇</translation>
    </message>
    <message>
        <source>{shown} of {count} papers</source>
        <translation>{count} 篇中的 {shown} 篇</translation>
    </message>
    <message>
        <source>{count} chosen</source>
        <translation>选中 {count} 篇</translation>
    </message>
    <message>
        <source>Suggest again</source>
        <translation>恢复推荐</translation>
    </message>
</context>
<context>
    <name>PaperTable</name>
    <message>
        <source>Sort by</source>
        <translation>排序</translation>
    </message>
</context>
<context>
    <name>PaperTableModel</name>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>Genre</source>
        <translation>文种</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>年份</translation>
    </message>
    <message>
        <source>Issued by</source>
        <translation>发文机关</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>地区</translation>
    </message>
    <message>
        <source>Characters</source>
        <translation>字数</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
</context>
<context>
    <name>Progress</name>
    <message>
        <source>Preparing the suggestions…</source>
        <translation>正在整理推荐…</translation>
    </message>
    <message>
        <source>Importing {done} of {total}: {name}</source>
        <translation>正在读入 {done} / {total}：{name}</translation>
    </message>
    <message>
        <source>{rate} a second</source>
        <translation>每秒 {rate} 篇</translation>
    </message>
    <message>
        <source>about {seconds} s left</source>
        <translation>约剩 {seconds} 秒</translation>
    </message>
    <message>
        <source>about {minutes} min left</source>
        <translation>约剩 {minutes} 分钟</translation>
    </message>
</context>
<context>
    <name>QFileDialog</name>
    <message>
        <source>&amp;Look in:</source>
        <translation>查找范围(&amp;L)：</translation>
    </message>
    <message>
        <source>Files of &amp;type:</source>
        <translation>文件类型(&amp;T)：</translation>
    </message>
</context>
<context>
    <name>Questions</name>
    <message>
        <source>“{name}” has changes that are not saved.</source>
        <translation>“{name}”有改动还没有保存。</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Do not save</source>
        <translation>不保存</translation>
    </message>
    <message>
        <source>Go on writing</source>
        <translation>继续写</translation>
    </message>
    <message>
        <source>Overwrite</source>
        <translation>覆盖</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Remove “{title}” from the library?</source>
        <translation>从资料库里移除“{title}”？</translation>
    </message>
    <message>
        <source>Remove {count} papers from the library?</source>
        <translation>从资料库里移除 {count} 篇文稿？</translation>
    </message>
    <message>
        <source>The files themselves stay where they are.</source>
        <translation>文件本身不动，仍在原处。</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Forget which suggestions you took and passed over?</source>
        <translation>要清除采用、略过建议的记录吗？</translation>
    </message>
    <message>
        <source>Suggestions come in their first order again. No paper is lost.</source>
        <translation>建议将恢复最初的排序，资料库中的文件不受影响。</translation>
    </message>
    <message>
        <source>Forget</source>
        <translation>清除</translation>
    </message>
</context>
<context>
    <name>Removal</name>
    <message>
        <source>Website</source>
        <translation>网页</translation>
    </message>
    <message>
        <source>Advert</source>
        <translation>广告</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>联系方式</translation>
    </message>
    <message>
        <source>Contents</source>
        <translation>目录</translation>
    </message>
    <message>
        <source>Page no.</source>
        <translation>页码</translation>
    </message>
    <message>
        <source>Repeated</source>
        <translation>页眉页脚</translation>
    </message>
    <message>
        <source>Removed</source>
        <translation>已去掉</translation>
    </message>
</context>
<context>
    <name>Reporter</name>
    <message>
        <source>New in the folders you follow: {imported}. The library now holds {all}.</source>
        <translation>跟踪的文件夹里有新文稿，读入 {imported} 篇。资料库现有 {all} 篇。</translation>
    </message>
    <message>
        <source>Imported {imported}, unchanged {unchanged}, duplicates {duplicates}, not readable {failed}. The library now holds {documents} papers.</source>
        <translation>读入 {imported} 篇，未变 {unchanged} 篇，重复 {duplicates} 篇，读不了 {failed} 份。资料库现有 {documents} 篇。</translation>
    </message>
    <message>
        <source> Passed over, being no papers: {count} files.</source>
        <translation>另有 {count} 个文件不是文稿，已跳过。</translation>
    </message>
</context>
<context>
    <name>SearchTab</name>
    <message>
        <source>Words you remember, in any order</source>
        <translation>在资料库中找：记得的词，几个也行</translation>
    </message>
    <message>
        <source>Found: {count}</source>
        <translation>找到 {count} 处</translation>
    </message>
    <message>
        <source>The best {count} of many</source>
        <translation>最贴近的 {count} 处</translation>
    </message>
    <message>
        <source>Not found. Try fewer or other words.</source>
        <translation>没有找到，换个词或少写几个词试试。</translation>
    </message>
    <message>
        <source>Words in quotation marks are looked up exactly as they stand.</source>
        <translation>加引号的词句会原样查找。</translation>
    </message>
    <message>
        <source>Spun?</source>
        <translation>疑似洗稿</translation>
    </message>
</context>
<context>
    <name>SidePanel</name>
    <message>
        <source>Suggestions</source>
        <translation>推荐</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>检索</translation>
    </message>
    <message>
        <source>Templates</source>
        <translation>模板</translation>
    </message>
    <message>
        <source>Favourites</source>
        <translation>收藏</translation>
    </message>
    <message>
        <source>Headings</source>
        <translation>标题</translation>
    </message>
</context>
<context>
    <name>Signal</name>
    <message>
        <source>goes on from the words of this paragraph</source>
        <translation>与本段开头的用词相近</translation>
    </message>
    <message>
        <source>stands under a like heading</source>
        <translation>出自相近的小标题之下</translation>
    </message>
    <message>
        <source>follows a paragraph like the one above</source>
        <translation>前面的段落与您的上文相近</translation>
    </message>
    <message>
        <source>comes from a paper of the same kind or place</source>
        <translation>出自同类、同地的文稿</translation>
    </message>
    <message>
        <source>comes from a recent paper</source>
        <translation>出自近年的文稿</translation>
    </message>
    <message>
        <source>is used in several papers</source>
        <translation>多篇文稿都用过</translation>
    </message>
    <message>
        <source>shares words with your draft</source>
        <translation>与草稿的用词相合</translation>
    </message>
    <message>
        <source>is like what you have taken before</source>
        <translation>与您以往采用的相近</translation>
    </message>
    <message>
        <source>mainly: {reason}</source>
        <translation>主要：{reason}</translation>
    </message>
    <message>
        <source>also: {reason}</source>
        <translation>其次：{reason}</translation>
    </message>
    <message>
        <source>a little: {reason}</source>
        <translation>略有：{reason}</translation>
    </message>
</context>
<context>
    <name>Sources</name>
    <message>
        <source>{count} papers · latest {newest}</source>
        <translation>{count} 篇 · 最近 {newest}</translation>
    </message>
    <message>
        <source>and {number} more papers</source>
        <translation>另有 {number} 篇</translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message>
        <source>Look through the library</source>
        <translation>打开资料库（Ctrl+L）</translation>
    </message>
    <message>
        <source>{selected} of {count} characters</source>
        <translation>选中 {selected} 字 / 共 {count} 字</translation>
    </message>
    <message>
        <source>{count} characters</source>
        <translation>{count} 字</translation>
    </message>
    <message>
        <source>about {minutes} min to speak</source>
        <translation>讲话约 {minutes} 分钟</translation>
    </message>
    <message>
        <source>Library: {papers} papers</source>
        <translation>资料库 {papers} 篇</translation>
    </message>
</context>
<context>
    <name>SuggestionFilter</name>
    <message>
        <source>since {year}</source>
        <translation>{year} 年以来</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>筛选</translation>
    </message>
    <message>
        <source>What it does</source>
        <translation>功能</translation>
    </message>
    <message>
        <source>anything</source>
        <translation>不限</translation>
    </message>
    <message>
        <source>Kind of paper</source>
        <translation>文种</translation>
    </message>
    <message>
        <source>any kind</source>
        <translation>不限</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>年份</translation>
    </message>
    <message>
        <source>any year</source>
        <translation>不限</translation>
    </message>
    <message>
        <source>Show everything</source>
        <translation>全部显示</translation>
    </message>
</context>
<context>
    <name>SuggestionTab</name>
    <message>
        <source>Drag into the text, or double-click, Enter, Ctrl+1…9</source>
        <translation>拖到正文任意位置，或双击、Enter、Ctrl+1…9</translation>
    </message>
    <message>
        <source>Of a longer phrase the part that stands out is taken; with Shift, all of it.</source>
        <translation>较长的语句只取突出显示的部分；按住 Shift 则取整句。</translation>
    </message>
    <message>
        <source>beginning</source>
        <translation>开头</translation>
    </message>
    <message>
        <source>At the caret: {place}</source>
        <translation>光标处：{place}</translation>
    </message>
    <message>
        <source>Nothing in the library fits here yet. Write on, or import more papers.</source>
        <translation>资料库里暂时没有合适的语句。接着写，或再导入一些文稿。</translation>
    </message>
    <message>
        <source>Nothing here is of the kind that you have chosen above.</source>
        <translation>这里没有符合上方筛选条件的语句。</translation>
    </message>
    <message>
        <source>{count} in parallel</source>
        <translation>{count} 项排比</translation>
    </message>
    <message>
        <source>The library is empty.

Drop your old papers (Word, WPS, PDF, web pages, text), or whole folders, on this window. Suggestions are only ever wording from papers of yours, and nothing leaves this computer.</source>
        <translation>资料库还是空的。

把旧文稿（Word、WPS、PDF、网页、文本）或整个文件夹拖到窗口里，这里就会出现您自己文稿里的语句。推荐的每句话都来自导入的文稿，任何内容都不会离开这台电脑。</translation>
    </message>
    <message>
        <source>Choose a folder…</source>
        <translation>选择文件夹…</translation>
    </message>
    <message>
        <source>Try it with the sample papers</source>
        <translation>先用自带的示例文稿试试</translation>
    </message>
</context>
<context>
    <name>TemplateTab</name>
    <message>
        <source>Title of the paper you have to write</source>
        <translation>要写的题目</translation>
    </message>
    <message>
        <source>Drag an outline or a section into the text, or press Enter. A right click offers other wordings.</source>
        <translation>把提纲或其中一节拖进正文，或按 Enter。右击小节可换用别的措辞。</translation>
    </message>
    <message>
        <source>Outlines of papers with a like title are shown here.</source>
        <translation>这里会列出题目相近的文稿的提纲。</translation>
    </message>
</context>
<context>
    <name>Toolbar</name>
    <message>
        <source>Paragraph</source>
        <translation>段落</translation>
    </message>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
    <message>
        <source>Learned from my use</source>
        <translation>采用记录</translation>
    </message>
    <message>
        <source>As the text suggests</source>
        <translation>按文字自动判断</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>Byline</source>
        <translation>副题、署名行</translation>
    </message>
    <message>
        <source>Salutation</source>
        <translation>称谓</translation>
    </message>
    <message>
        <source>Heading 一、</source>
        <translation>一级标题 一、</translation>
    </message>
    <message>
        <source>Heading （一）</source>
        <translation>二级标题 （一）</translation>
    </message>
    <message>
        <source>Heading 1.</source>
        <translation>三级标题 1.</translation>
    </message>
    <message>
        <source>Heading （1）</source>
        <translation>四级标题 （1）</translation>
    </message>
    <message>
        <source>Body</source>
        <translation>正文</translation>
    </message>
    <message>
        <source>List of attachments</source>
        <translation>附件说明</translation>
    </message>
    <message>
        <source>Signature</source>
        <translation>落款</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Grey text comes after</source>
        <translation>灰字等待</translation>
    </message>
    <message>
        <source>{seconds} s</source>
        <translation>{seconds} 秒</translation>
    </message>
</context>
<context>
    <name>UseRecord</name>
    <message>
        <source>Use of suggestions.csv</source>
        <translation>建议采用记录.csv</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>文字</translation>
    </message>
    <message>
        <source>Taken</source>
        <translation>采用</translation>
    </message>
    <message>
        <source>Taken back</source>
        <translation>撤回</translation>
    </message>
    <message>
        <source>Passed over</source>
        <translation>略过</translation>
    </message>
    <message>
        <source>The record of {count} texts is in “{name}”.</source>
        <translation>已导出 {count} 条记录到“{name}”。</translation>
    </message>
    <message>
        <source>Your use of suggestions is forgotten; the papers are as before.</source>
        <translation>采用记录已清除，资料库中的文件不受影响。</translation>
    </message>
</context>
<context>
    <name>WindowActions</name>
    <message>
        <source>New</source>
        <translation>新建</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>另存为…</translation>
    </message>
    <message>
        <source>Export to Word</source>
        <translation>导出 Word</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>退出</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>查找</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>替换</translation>
    </message>
    <message>
        <source>Find next</source>
        <translation>查找下一处</translation>
    </message>
    <message>
        <source>Find previous</source>
        <translation>查找上一处</translation>
    </message>
    <message>
        <source>Import papers…</source>
        <translation>导入文稿…</translation>
    </message>
    <message>
        <source>Import a folder…</source>
        <translation>导入文件夹…</translation>
    </message>
    <message>
        <source>Library…</source>
        <translation>资料库…</translation>
    </message>
    <message>
        <source>Keep the selection</source>
        <translation>收藏所选文字</translation>
    </message>
    <message>
        <source>Suggestions</source>
        <translation>推荐</translation>
    </message>
    <message>
        <source>Search the library</source>
        <translation>检索资料库</translation>
    </message>
    <message>
        <source>Templates</source>
        <translation>模板</translation>
    </message>
    <message>
        <source>Favourites</source>
        <translation>收藏</translation>
    </message>
    <message>
        <source>Headings</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>Back to the page</source>
        <translation>回到正文</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>放大</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>缩小</translation>
    </message>
    <message>
        <source>Actual size</source>
        <translation>实际大小</translation>
    </message>
    <message>
        <source>Light / dark</source>
        <translation>明暗</translation>
    </message>
    <message>
        <source>Grey continuation</source>
        <translation>灰字续写</translation>
    </message>
    <message>
        <source>Export the record…</source>
        <translation>导出记录…</translation>
    </message>
    <message>
        <source>Forget all of it…</source>
        <translation>全部清除…</translation>
    </message>
    <message>
        <source>Filter the suggestions</source>
        <translation>筛选推荐</translation>
    </message>
    <message>
        <source>Outline</source>
        <translation>提纲</translation>
    </message>
    <message>
        <source>Side panel</source>
        <translation>右侧栏</translation>
    </message>
</context>
<context>
    <name>WordFiles</name>
    <message>
        <source>Exported to “{name}”.</source>
        <translation>已导出到“{name}”。</translation>
    </message>
    <message>
        <source>Not on this computer, so shown in other fonts here: {fonts}.</source>
        <translation>这台电脑没有安装：{fonts}，在这里会显示成别的字体，换到装有这些字体的电脑上即恢复正常。</translation>
    </message>
</context>
</TS>
